// The console in English.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number, plural } = speechOf<'one'>(locale);
  return {
    locale,
    openRoom: 'Open the room',
    openRoomHint: 'People can come in and chat. Nobody sees you yet.',
    goLive: 'Go live',
    goingLive: 'Going live…',
    cancel: 'Cancel',
    stepOff: 'Step off',
    resume: 'Back on stage',
    resumeHint: 'Your audience still waits for you: go back on stage, or step off.',
    end: 'End',
    endQuestion: 'End the show for everybody?',
    endHint: 'The room closes and nobody can come back in.',
    endConfirm: 'End the show',
    keepGoing: 'Keep going',
    preview: 'Preview',
    checkMedia: 'Check camera and microphone',
    hostEndedHint: 'The room is closed. The conversation stays readable.',
    camera: 'Camera',
    microphone: 'Microphone',
    cameraOn: 'Turn camera on',
    cameraOffAction: 'Turn camera off',
    microphoneOn: 'Turn microphone on',
    microphoneOffAction: 'Turn microphone off',
    chooseCamera: 'Choose camera',
    chooseMicrophone: 'Choose microphone',
    seenBy: 'Viewers see',
    seeChat: 'the chat',
    seeCountdown: 'the countdown',
    seeYou: 'you',
    seeSound: 'that your camera is off',
    seeAway: '“be right back”',
    offAir: 'Off air',
    standBy: 'Stand by',
    countingDown: (seconds) =>
      plural(seconds, { one: 'On air in 1 second', other: `On air in ${number(seconds)} seconds` }),
  };
};
