// The console in Korean.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number } = speechOf(locale);
  return {
    locale,
    openRoom: '방 열기',
    openRoomHint: '사람들이 들어와 채팅할 수 있어요. 아직 내 모습은 보이지 않아요.',
    goLive: '방송 시작',
    goingLive: '방송을 시작하는 중…',
    cancel: '취소',
    stepOff: '잠시 내려오기',
    resume: '방송으로 돌아가기',
    resumeHint: '시청자가 기다리고 있어요. 방송으로 돌아가거나 잠시 내려오세요.',
    end: '종료',
    endQuestion: '모두의 방송을 종료할까요?',
    endHint: '방이 닫히고 아무도 다시 들어올 수 없어요.',
    endConfirm: '방송 종료',
    keepGoing: '계속하기',
    preview: '미리보기',
    checkMedia: '카메라와 마이크 확인',
    hostEndedHint: '방이 닫혔어요. 채팅은 계속 볼 수 있어요.',
    camera: '카메라',
    microphone: '마이크',
    cameraOn: '카메라 켜기',
    cameraOffAction: '카메라 끄기',
    microphoneOn: '마이크 켜기',
    microphoneOffAction: '마이크 끄기',
    chooseCamera: '카메라 선택',
    chooseMicrophone: '마이크 선택',
    seenBy: '시청자 화면:',
    seeChat: '채팅',
    seeCountdown: '카운트다운',
    seeYou: '내 모습',
    seeSound: '카메라 꺼짐 안내',
    seeAway: '‘곧 돌아올게요’',
    offAir: '방송 전',
    standBy: '대기',
    countingDown: (seconds) => `${number(seconds)}초 후 방송 시작`,
  };
};
