// A Web Lock as a sign of life: the browser frees it when its page goes, however the page goes.

export interface HeldLock {
  /** Resolves when the lock is free. Safe to call twice. */
  release(): Promise<void>;
}

/**
 * Takes a lock and keeps it until it is released, the page goes, or somebody steals it.
 *
 * @param lost - Called when it was stolen.
 */
export function holdLock(name: string, options: LockOptions = {}, lost?: () => void): Promise<HeldLock> {
  return new Promise((resolve, reject) => {
    let state: 'asked' | 'held' | 'released' = 'asked';
    let letGo: () => void;
    const kept = new Promise<void>((done) => (letGo = done));
    const release = async () => {
      state = 'released';
      letGo();
      await over;
    };
    const granted = () => {
      state = 'held';
      resolve({ release });
      return kept;
    };
    const over: Promise<void> = navigator.locks.request(name, options, granted).catch((error: Error) => {
      if (state === 'asked') reject(error);
      else if (state === 'held') lost?.();
    });
  });
}

/** Waits until nobody holds the lock (any more); false when `signal` ended the waiting. */
export async function lockFreed(name: string, signal: AbortSignal): Promise<boolean> {
  try {
    await navigator.locks.request(name, { mode: 'shared', signal }, () => undefined);
    return !signal.aborted;
  } catch {
    return false;
  }
}
