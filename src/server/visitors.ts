import type { Limits } from './limits.ts';

const BYTES_PER_UNIT = 16 * 1024;

/** One sync connection, from its first byte to its last. */
export interface Visitor {
  /** Counts from 1; how a log names it. */
  readonly number: number;
  readonly address: string;
  /** Whether one more document may be opened; where it may, it is counted. */
  openDocument(): boolean;
  closeDocument(): void;
  /** Whether a document has ever been opened. */
  admitted(): boolean;
  /** Whether a message of so many bytes may still come now. */
  maySend(bytes: number): boolean;
}

/** Everybody who is connected. */
export interface Visitors {
  /** A new one, or why there is no room: `address` for its own, `full` for everybody's. */
  enter(address: string): Visitor | 'address' | 'full';
  leave(visitor: Visitor): void;
  count(): number;
}

/** Nobody yet. `now` is the clock, in milliseconds. */
export function createVisitors(limits: Limits, now: () => number = Date.now): Visitors {
  const perAddress = new Map<string, number>();
  const present = new Set<Visitor>();
  let entered = 0;
  return {
    enter(address) {
      if (present.size >= limits.connections) return 'full';
      const ofAddress = perAddress.get(address) ?? 0;
      if (ofAddress >= limits.connectionsPerAddress) return 'address';
      const visitor = createVisitor(++entered, address, limits, now);
      perAddress.set(address, ofAddress + 1);
      present.add(visitor);
      return visitor;
    },
    leave(visitor) {
      if (!present.delete(visitor)) return;
      const left = (perAddress.get(visitor.address) ?? 1) - 1;
      if (left === 0) perAddress.delete(visitor.address);
      else perAddress.set(visitor.address, left);
    },
    count: () => present.size
  };
}

function createVisitor(
  number: number,
  address: string,
  { burst, perSecond, documentsPerConnection }: Limits,
  now: () => number
): Visitor {
  let open = 0;
  let admitted = false;
  let left = burst;
  let at = now();
  return {
    number,
    address,
    openDocument() {
      if (open >= documentsPerConnection) return false;
      open += 1;
      admitted = true;
      return true;
    },
    closeDocument: () => void (open -= 1),
    admitted: () => admitted,
    maySend(bytes) {
      const time = now();
      left = Math.min(burst, left + ((time - at) / 1000) * perSecond);
      at = time;
      left -= 1 + Math.floor(bytes / BYTES_PER_UNIT);
      return left >= 0;
    }
  };
}
