// How every Chromium of the tests is started. Autoplay keeps its default policy: the elements must cope with it.
export const CHROMIUM_FLAGS = [
  '--no-sandbox', // containers run as root
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
] as const;
