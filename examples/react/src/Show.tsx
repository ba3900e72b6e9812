import { useState } from 'react';
import type { BigcastIntentEvent, Phase } from 'bigcast/classes';
import 'bigcast/viewer';
import type {} from 'bigcast/react';

/** An hour from now: text would be an attribute, a number is a property. */
const START = Date.now() + 3_600_000;

export function Show() {
  const [phase, setPhase] = useState<Phase>('unknown');
  return (
    <>
      <h1>{phase === 'live' ? 'We are live' : 'See you soon'}</h1>
      <bigcast-viewer
        room="example-react"
        user="ana"
        name="Ana"
        heading="An evening with new songs"
        startsAt={START}
        onbigcast-phase={(event) => setPhase(event.phase)}
        onbigcast-intent={keepSecrets}
      />
    </>
  );
}

function keepSecrets(event: BigcastIntentEvent) {
  const { intent } = event;
  if (intent.type === 'send-text' && /spoiler/i.test(intent.text)) event.preventDefault();
}
