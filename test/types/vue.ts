// Checked by `npm run typecheck`, never run: what Vue's templates are told of the tags. Real templates: examples/vue.
import type { GlobalComponents } from 'vue';
import type { BigcastPhaseEvent, CredentialsOption } from '../../src/components/classes.js';
import type {} from '../../src/frameworks/vue.js';

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props'];

({
  room: 'premiere',
  class: 'wide',
  'sdk-app-id': 1400000000,
  credentials: '/api/credentials' satisfies CredentialsOption,
  startsAt: Date.now(),
  'onBigcast-phase': (event: BigcastPhaseEvent) => event.phase,
}) satisfies Props<'bigcast-viewer'>;

({ mediaSource: new MediaStream(), countdown: 3 }) satisfies Props<'bigcast-host'>;
// @ts-expect-error -- a stage brings no room of its own
({ room: 'premiere' }) satisfies Props<'bigcast-stage'>;
