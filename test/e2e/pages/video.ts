// Finds videos behind shadow roots and looks at what they really show.

/** Every video on the page, shadow roots included. */
export function allVideos(root: Document | ShadowRoot = document): HTMLVideoElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const own = element instanceof HTMLVideoElement ? [element] : [];
    return element.shadowRoot ? [...own, ...allVideos(element.shadowRoot)] : own;
  });
}

export interface Watched {
  /** Frames that differed from the one before. */
  readonly changes: number;
  /** Mean brightness of the last frame, 0–255. */
  readonly brightness: number;
}

/** Waits for `count` decoded frames of the first playing video. */
export async function watchVideo(count = 8): Promise<Watched> {
  const video = await playingVideo();
  const frames: Uint8ClampedArray[] = [];
  while (frames.length < count) frames.push(await nextFrame(video));
  const last = frames.at(-1)!;
  return {
    changes: frames.filter((frame, index) => index > 0 && frame.some((value, at) => value !== frames[index - 1]![at]))
      .length,
    brightness: last.reduce((sum, value) => sum + value, 0) / last.length,
  };
}

async function playingVideo(): Promise<HTMLVideoElement> {
  for (;;) {
    const video = allVideos().find(({ srcObject, videoWidth }) => srcObject && videoWidth > 0);
    if (video) return video;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

const SIZE = 32;

function nextFrame(video: HTMLVideoElement): Promise<Uint8ClampedArray> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
      const context = canvas.getContext('2d')!;
      context.drawImage(video, 0, 0, SIZE, SIZE);
      resolve(context.getImageData(0, 0, SIZE, SIZE).data);
    });
  });
}
