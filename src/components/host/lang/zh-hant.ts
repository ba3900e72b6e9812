// The console in Traditional Chinese.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number } = speechOf([locale, 'zh-Hant']);
  return {
    locale,
    openRoom: '開放聊天室',
    openRoomHint: '大家可以進來聊天，此時還看不到你。',
    goLive: '開始直播',
    goingLive: '正在開播…',
    cancel: '取消',
    stepOff: '暫時下播',
    resume: '回到直播',
    resumeHint: '觀眾還在等你：回到直播，或先下播。',
    end: '結束',
    endQuestion: '要為所有人結束直播嗎？',
    endHint: '聊天室將會關閉，任何人都無法再進入。',
    endConfirm: '結束直播',
    keepGoing: '繼續直播',
    preview: '預覽',
    checkMedia: '檢查攝影機和麥克風',
    hostEndedHint: '聊天室已關閉，聊天內容仍可瀏覽。',
    camera: '攝影機',
    microphone: '麥克風',
    cameraOn: '開啟攝影機',
    cameraOffAction: '關閉攝影機',
    microphoneOn: '開啟麥克風',
    microphoneOffAction: '關閉麥克風',
    chooseCamera: '選擇攝影機',
    chooseMicrophone: '選擇麥克風',
    seenBy: '觀眾看到',
    seeChat: '聊天室',
    seeCountdown: '倒數',
    seeYou: '你',
    seeSound: '你已關閉攝影機',
    seeAway: '「馬上回來」',
    offAir: '未開播',
    standBy: '準備',
    countingDown: (seconds) => `${number(seconds)} 秒後開播`,
  };
};
