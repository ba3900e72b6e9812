// Every sentence that only the console says: a language that lacks one does not compile.

export interface HostStrings {
  openRoom: string;
  openRoomHint: string;
  goLive: string;
  goingLive: string;
  cancel: string;
  stepOff: string;
  resume: string;
  resumeHint: string;
  end: string;
  endQuestion: string;
  endHint: string;
  endConfirm: string;
  keepGoing: string;
  preview: string;
  checkMedia: string;
  hostEndedHint: string;
  camera: string;
  microphone: string;
  cameraOn: string;
  cameraOffAction: string;
  microphoneOn: string;
  microphoneOffAction: string;
  chooseCamera: string;
  chooseMicrophone: string;
  seenBy: string;
  seeChat: string;
  seeCountdown: string;
  seeYou: string;
  seeSound: string;
  seeAway: string;
  offAir: string;
  standBy: string;
  countingDown: (seconds: number) => string;
}
