// Video elements, and when they show something. They fill the page's element, which decides by CSS how.

/** A video that fills its parent; `--_fit` of the parent decides between filling and fitting. */
export function makeVideo(document: Document): HTMLVideoElement {
  const video = document.createElement('video');
  video.playsInline = true;
  video.disableRemotePlayback = true;
  Object.assign(video.style, { display: 'block', inlineSize: '100%', blockSize: '100%' });
  video.style.setProperty('object-fit', 'var(--_fit, cover)');
  return video;
}

/** Calls `seen` once when the video has shown a new frame. Returns how to stop waiting. */
export function onNextFrame(video: HTMLVideoElement, seen: () => void): () => void {
  const stop = () => {
    if (request !== undefined) video.cancelVideoFrameCallback(request);
    video.removeEventListener('timeupdate', look);
  };
  const done = () => {
    stop();
    seen();
  };
  const frames = () => video.getVideoPlaybackQuality().totalVideoFrames;
  const before = frames();
  // Frame callbacks are missing in some browsers, and rest in all of them while the tab is hidden.
  const look = () => {
    if ((request === undefined || video.ownerDocument.hidden) && frames() > before) done();
  };
  const request = 'requestVideoFrameCallback' in video ? video.requestVideoFrameCallback(done) : undefined;
  video.addEventListener('timeupdate', look);
  return stop;
}
