import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a process full of clients is told. */
export type Task =
  | {
      readonly do: 'join';
      readonly origin: string;
      readonly workbooks: readonly { readonly id: string; readonly token: string }[];
      /** How many, those that feed the replicas among them: one for each workbook at least. */
      readonly clients: number;
    }
  | {
      readonly do: 'edit';
      /** Milliseconds between two edits of a client. */ readonly every: number;
    }
  | { readonly do: 'rest' | 'leave' | 'report' };

/** What it answers. */
export interface Report {
  /** Messages that have come to all clients. */
  readonly received: number;
  /** Milliseconds of processor time since its start. */
  readonly cpu: number;
}

export interface CrowdProcess {
  /** Has a task done, and waits until it is. */
  tell(task: Task): Promise<Report>;
  end(): void;
}

/** Starts a process that holds clients, none yet. */
export function startCrowdProcess(): CrowdProcess {
  const child = fork(join(import.meta.dirname, 'crowd-worker.ts'));
  return {
    async tell(task) {
      child.send(task);
      const [report] = await once(child, 'message');
      return report as Report;
    },
    end: () => void child.kill()
  };
}
