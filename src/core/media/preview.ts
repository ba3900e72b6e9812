// What the host sees of the own picture before and while others do.
import { makeVideo } from './video-element.js';

export class Previews {
  readonly #videos = new Set<HTMLVideoElement>();
  #track: MediaStreamTrack | undefined;
  #mirrored = false;

  add(element: HTMLElement): () => void {
    const video = makeVideo(element.ownerDocument);
    video.muted = true;
    this.#videos.add(video);
    element.append(video);
    this.#fill(video);
    return () => this.#remove(video);
  }

  /** Shows `track` in every preview; nothing when there is none. Mirrored is what people expect of a camera only. */
  show(track: MediaStreamTrack | undefined, mirrored: boolean): void {
    if (track === this.#track && mirrored === this.#mirrored) return;
    this.#track = track;
    this.#mirrored = mirrored;
    for (const video of this.#videos) this.#fill(video);
  }

  close(): void {
    this.#track = undefined;
    for (const video of this.#videos) this.#remove(video);
  }

  #fill(video: HTMLVideoElement): void {
    video.style.transform = this.#mirrored ? 'scaleX(-1)' : '';
    video.srcObject = this.#track ? new MediaStream([this.#track]) : null;
    // Refused only when the element is taken away meanwhile.
    if (this.#track) video.play().catch(() => undefined);
  }

  #remove(video: HTMLVideoElement): void {
    this.#videos.delete(video);
    video.pause();
    video.srcObject = null;
    video.remove();
  }
}
