import { useRef } from 'react';
import type { BigcastHost } from 'bigcast/classes';
import 'bigcast/host';
import type {} from 'bigcast/react';

export function Host() {
  const host = useRef<BigcastHost>(null);
  return (
    <>
      <bigcast-host ref={host} room="example-react" user="mira" name="Mira Chen" countdown={0} />
      <button onClick={() => void host.current?.send('Two minutes!')}>Say “Two minutes!”</button>
    </>
  );
}
