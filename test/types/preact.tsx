/** @jsxImportSource preact */
// Checked by `npm run typecheck`, never run: what JSX takes in Preact.
import { useRef } from 'preact/hooks';
import type { BigcastHost, Phase } from '../../src/components/classes.js';
import type {} from '../../src/frameworks/preact.js';

export function Page({ onPhase }: { onPhase: (phase: Phase) => void }) {
  const host = useRef<BigcastHost>(null);
  const goLive = () => host.current?.goLive({ countdown: 3 });
  return (
    <>
      <bigcast-viewer
        room="premiere"
        class="wide"
        sdk-app-id={1400000000}
        starts-at="2030-12-31T20:00:00Z"
        credentials={() => Promise.reject(new Error('none'))}
        onbigcast-phase={(event) => onPhase(event.phase)}
      >
        <img slot="poster" src="poster.jpg" alt="" />
      </bigcast-viewer>
      <bigcast-host ref={host} key="host" room="premiere" countdown={5} mediaSource={null} onClick={goLive} />
      <bigcast-room room="premiere" startsAt={Date.now()} sdkAppId={1}>
        <bigcast-stage heading="Songs" />
        <bigcast-status />
        <bigcast-chat overlay draft="Hello" />
      </bigcast-room>
      {/* @ts-expect-error -- no such attribute */}
      <bigcast-viewer secret="no" />
      {/* @ts-expect-error -- read-only */}
      <bigcast-viewer view="video" />
      {/* @ts-expect-error -- not a number */}
      <bigcast-viewer sdk-app-id="mine" />
      {/* @ts-expect-error -- a stage brings no room of its own */}
      <bigcast-stage room="premiere" />
      {/* @ts-expect-error -- an event of its own name */}
      <bigcast-viewer onbigcast-phase={(event) => event.message} />
    </>
  );
}
