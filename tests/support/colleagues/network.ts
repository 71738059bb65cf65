import * as Y from 'yjs';
import { mergeDocuments, packedDocuments } from '#lib/sync/package/documents.ts';
import { readPackage, writePackage, type DocumentKind } from '#lib/sync/package/package.ts';
import type { Random } from '#tests/server/random.ts';
import { KINDS, type Colleague } from './colleague.ts';

interface Waiting {
  readonly kind: DocumentKind;
  readonly update: Uint8Array;
}

/** What a message suffers on its way. */
const TWICE = 0.15;
const LOST_AT_A_CUT = 0.5;

/**
 * A network that falls apart and comes together again, and brings what it brings in any order, some of it
 * twice. Who meets again asks for what is missing, as a connection does.
 */
export class Network {
  readonly #colleagues: readonly Colleague[];
  readonly #random: Random;
  readonly #waiting = new Map<Colleague, Waiting[]>();
  /** Who is in the same part hears each other. */
  readonly #part = new Map<Colleague, number>();

  constructor(colleagues: readonly Colleague[], random: Random) {
    this.#colleagues = colleagues;
    this.#random = random;
    for (const colleague of colleagues) {
      this.#waiting.set(colleague, []);
      this.#part.set(colleague, 0);
      colleague.onWritten = (kind, update) => this.#broadcast(colleague, { kind, update });
    }
  }

  /** Delivers some of what waits for a person, in any order. */
  deliver(to: Colleague, most = Infinity): void {
    const waiting = this.#waiting.get(to)!;
    for (let delivered = 0; delivered < most && waiting.length > 0; delivered += 1) {
      const [{ kind, update }] = waiting.splice(this.#pick(waiting.length), 1) as [Waiting];
      to.receive(kind, update);
    }
  }

  /** Everybody is in one of so many parts from now on; with 1 everybody hears everybody. */
  fallApart(parts: number): void {
    for (const colleague of this.#colleagues) {
      this.#part.set(colleague, this.#pick(parts));
      const waiting = this.#waiting.get(colleague)!;
      const kept = waiting.filter(() => this.#random() >= LOST_AT_A_CUT);
      waiting.splice(0, waiting.length, ...kept);
    }
    for (const one of this.#colleagues) {
      for (const other of this.#colleagues) if (this.#hears(one, other)) this.#ask(one, other);
    }
  }

  /** Nobody hears anybody any more. */
  cutOff(): void {
    for (const [at, colleague] of this.#colleagues.entries()) {
      this.#part.set(colleague, at);
      this.#waiting.set(colleague, []);
    }
  }

  /** One person hands another a package, whatever the network does. */
  async handOver(from: Colleague, to: Colleague): Promise<void> {
    const { id: workbook, title } = from.document.workbook;
    const documents = packedDocuments(from.docs);
    const at = from.now().toISOString();
    const bytes = await writePackage({ workbook, title, by: from.author.name, at, documents });
    const read = await readPackage(bytes);
    if (!read.ok) throw new Error(`a package of ours was not read: ${read.fault}`);
    mergeDocuments(to.docs, read.package.documents);
  }

  /** Everybody meets everybody until nothing waits. */
  comeTogether(): void {
    this.fallApart(1);
    for (const colleague of this.#colleagues) this.deliver(colleague);
  }

  /** Packages go round twice, so that everybody has had everybody's. */
  async handRound(): Promise<void> {
    const round = [...this.#colleagues, ...this.#colleagues];
    for (const [at, from] of round.entries()) {
      const to = round[at + 1];
      if (to) await this.handOver(from, to);
    }
  }

  #broadcast(from: Colleague, message: Waiting): void {
    for (const other of this.#colleagues) {
      if (!this.#hears(other, from)) continue;
      this.#send(other, message);
      if (this.#random() < TWICE) this.#send(other, message);
    }
  }

  /** The answer to what one has, as another gives it. */
  #ask(one: Colleague, other: Colleague): void {
    for (const kind of KINDS) {
      const has = Y.encodeStateVector(one.docs[kind]);
      this.#send(one, { kind, update: Y.encodeStateAsUpdate(other.docs[kind], has) });
    }
  }

  #send(to: Colleague, message: Waiting): void {
    this.#waiting.get(to)!.push(message);
  }

  #hears(one: Colleague, other: Colleague): boolean {
    return one !== other && this.#part.get(one) === this.#part.get(other);
  }

  #pick(count: number): number {
    return Math.floor(this.#random() * count);
  }
}
