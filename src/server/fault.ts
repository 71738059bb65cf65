/** Something outside the program keeps the server from starting. The message is the sentence a person reads. */
export class StartFault extends Error {}
