// Stands in for `@web/test-runner-commands`, which @open-wc/testing imports for file snapshots: those are not for Vitest.
const unavailable = () => Promise.reject(new Error('File snapshots need Web Test Runner; compare explicitly instead.'));

export const getSnapshotConfig = unavailable;
export const getSnapshot = unavailable;
export const saveSnapshot = unavailable;
