// What of the swap is the vendor's: the stage SDK with nothing of ours around it, told to do what the kit tells it.
// "Enter" goes over a BroadcastChannel; code, instance, credentials and camera are there beforehand.
import TRTC from 'trtc-sdk-v5';

const query = new URLSearchParams(location.search);
const [role, room, stageUrl] = ['role', 'room', 'av-proxy'].map((name) => query.get(name));
const line = new BroadcastChannel(room);
const video = document.querySelector('video');
const telemetry = new URL('/v5/AVQualityReportSvc/C2S', stageUrl.replace(/^ws/, 'http'));

const asked = new URLSearchParams({ room, role, user: role });
const { sdkAppId, userId, userSig, privateMapKey } = await (await fetch(`${query.get('credentials')}?${asked}`)).json();
TRTC.setLogLevel(5, false);
await TRTC.isSupported();
const trtc = TRTC.create();

const enter = () =>
  trtc.enterRoom({
    sdkAppId,
    userId,
    userSig,
    privateMapKey,
    strRoomId: room,
    scene: 'live',
    role: role === 'host' ? 'anchor' : 'audience',
    autoReceiveAudio: false,
    enableAutoPlayDialog: false,
    playoutDelay: { min: 0, max: 2500 },
    proxy: { websocketProxy: stageUrl, loggerProxy: telemetry.href },
  });

if (role === 'host') {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 1280, height: 720, frameRate: 30 },
    audio: true,
  });
  const [[videoTrack], [audioTrack]] = [stream.getVideoTracks(), stream.getAudioTracks()];
  video.srcObject = stream;
  window.go = async () => {
    await enter();
    const arrived = Promise.all(['video', 'audio'].map(published));
    const profile = { width: 1280, height: 720, frameRate: 30, bitrate: 1800 };
    await Promise.all([
      trtc.startLocalVideo({ view: null, option: { videoTrack, profile, small: false } }),
      trtc.startLocalAudio({ option: { audioTrack } }),
      arrived,
    ]);
    line.postMessage('enter');
  };
} else {
  let received;
  window.firstFrame = new Promise((resolve) =>
    video.requestVideoFrameCallback(() => resolve(performance.now() - received)),
  );
  trtc.muteRemoteAudio('host', false).catch(() => undefined);
  trtc.on('remote-video-available', (of) => trtc.startRemoteVideo({ ...of, view: null }));
  // Comes before the promise above is kept.
  trtc.on('track', ({ track }) => {
    if (track.kind === 'video') video.srcObject = new MediaStream([track]);
  });
  line.onmessage = () => {
    received = performance.now();
    return enter();
  };
}
window.ready = true;

/** Resolves when the service says that it has it. */
function published(kind) {
  return new Promise((resolve) =>
    trtc.on('publish-state-changed', ({ mediaType, state }) =>
      mediaType === kind && state === 'started' ? resolve() : undefined,
    ),
  );
}
