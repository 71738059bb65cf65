/** Which help lies over the page, whichever page it is. */
export const helpOnScreen = $state({ shortcuts: false });
