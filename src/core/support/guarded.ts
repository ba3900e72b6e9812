// Calling those who listen, whose mistakes are their own.

/** What `listener` throws is reported as any uncaught error is, and keeps neither other listeners nor the room from going on. */
export function guarded(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
