// The console in Simplified Chinese.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number } = speechOf([locale, 'zh-Hans']);
  return {
    locale,
    openRoom: '开放房间',
    openRoomHint: '大家可以进来聊天，此时还看不到你。',
    goLive: '开始直播',
    goingLive: '正在开播…',
    cancel: '取消',
    stepOff: '暂时下播',
    resume: '回到直播',
    resumeHint: '观众还在等你：回到直播，或先下播。',
    end: '结束',
    endQuestion: '要为所有人结束直播吗？',
    endHint: '房间将关闭，任何人都无法再进入。',
    endConfirm: '结束直播',
    keepGoing: '继续直播',
    preview: '预览',
    checkMedia: '检查摄像头和麦克风',
    hostEndedHint: '房间已关闭，聊天内容仍可查看。',
    camera: '摄像头',
    microphone: '麦克风',
    cameraOn: '打开摄像头',
    cameraOffAction: '关闭摄像头',
    microphoneOn: '打开麦克风',
    microphoneOffAction: '关闭麦克风',
    chooseCamera: '选择摄像头',
    chooseMicrophone: '选择麦克风',
    seenBy: '观众看到',
    seeChat: '聊天',
    seeCountdown: '倒计时',
    seeYou: '你',
    seeSound: '你已关闭摄像头',
    seeAway: '“马上回来”',
    offAir: '未开播',
    standBy: '准备',
    countingDown: (seconds) => `${number(seconds)} 秒后开播`,
  };
};
