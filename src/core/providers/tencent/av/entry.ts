// What the SDK is told to enter a stage.
import { RoomError } from '../../../errors/room-error.js';
import type { StageRole } from '../../../ports/av-port.js';
import type { Credentials } from '../../../ports/credentials.js';
import type { ProviderSettings } from '../../../ports/provider.js';
import type { StageId } from '../../../protocol/commands.js';
import type { EnterOptions, ProxyOptions } from './sdk.js';

/**
 * In milliseconds. Left to itself the SDK holds an audience's sound and picture back for 700 ms or more, and the first
 * frame with them. The browser's own buffer starts low and grows where the network asks for it.
 */
const PLAYOUT_DELAY = { min: 0, max: 2500 };
/** Where the service takes the SDK's telemetry. */
const TELEMETRY = '/v5/AVQualityReportSvc/C2S';

/** Codes: invalid-sdk-app-id, invalid-credentials, invalid-proxy. */
export function entryOptions(
  stage: StageId,
  role: StageRole,
  credentials: Credentials,
  settings: ProviderSettings,
): EnterOptions {
  const { userId, userSig, privateMapKey } = credentials;
  const sdkAppId = settings.sdkAppId ?? credentials.sdkAppId;
  if (sdkAppId === undefined)
    throw new RoomError(
      'invalid-sdk-app-id',
      'Entering the stage needs the SDKAppID: as an attribute, or in the answer of the credentials server.',
    );
  if (!userSig)
    throw new RoomError(
      'invalid-credentials',
      'Entering the stage needs a userSig: the credentials server has to give one.',
    );
  return {
    sdkAppId,
    userId,
    userSig,
    // 123 and "123" are two stages.
    ...(typeof stage === 'number' ? { roomId: stage } : { strRoomId: stage }),
    scene: 'live',
    role,
    // What is received is the downlink's choice: the host's, and nobody else's.
    autoReceiveAudio: false,
    autoReceiveVideo: false,
    enableAutoPlayDialog: false,
    playoutDelay: PLAYOUT_DELAY,
    ...(privateMapKey !== undefined && { privateMapKey }),
    ...(settings.avProxy !== undefined && { proxy: proxyOptions(settings.avProxy) }),
  };
}

/** Everything that the SDK says to anybody goes through the proxy: a page that has one may not reach more. */
function proxyOptions(avProxy: string): ProxyOptions {
  const url = parse(avProxy);
  const scheme = url.protocol === 'wss:' ? 'https:' : 'http:';
  return {
    websocketProxy: avProxy,
    loggerProxy: `${scheme}//${url.host}${TELEMETRY}`,
    scheduleProxy: url.host,
  };
}

function parse(avProxy: string): URL {
  try {
    return new URL(avProxy);
  } catch (cause) {
    throw new RoomError('invalid-proxy', `"${avProxy}" is no address: write ws://… or wss://….`, cause);
  }
}
