// The video elements this provider makes: they fill the element of the page, which decides by CSS how.

/** A video that fills its parent; `--_fit` of the parent decides between filling and fitting. */
export function makeVideo(document: Document): HTMLVideoElement {
  const video = document.createElement('video');
  video.playsInline = true;
  video.disableRemotePlayback = true;
  Object.assign(video.style, { display: 'block', inlineSize: '100%', blockSize: '100%' });
  video.style.setProperty('object-fit', 'var(--_fit, cover)');
  return video;
}
