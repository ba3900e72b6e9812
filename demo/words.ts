// What the demo's own page says; the elements speak for themselves.
export type Language = 'en' | 'zh';

export interface Words {
  claim: string;
  how: string;
  emulated: string;
  toLocal: string;
  toEmulator: string;
  start: string;
  starting: string;
  stepOff: string;
  again: string;
  camera: string;
  dark: string;
  light: string;
  other: string;
  tag: string;
  tabs: string;
  hostTab: string;
  viewerTab: string;
  host: string;
  viewer: string;
  wide: string;
  phone: string;
  title: string;
  /** What guests say while they wait. */
  waiting: readonly string[];
  /** What guests say once there is something to see. */
  live: readonly string[];
}

export const WORDS: Record<Language, Words> = {
  en: {
    claim: 'They chat. The star arrives. Every page turns to video.',
    how: 'One host, two viewers, one browser: no server and no account.',
    emulated: 'One host, two viewers, Tencent’s own SDKs, against an emulator on this machine: no account.',
    toLocal: 'Without any server',
    toEmulator: 'With Tencent’s SDKs',
    start: 'Start the show',
    starting: 'Three, two, one…',
    stepOff: 'Step off the stage',
    again: 'Play it again',
    camera: 'Use my camera',
    dark: 'Dark',
    light: 'Light',
    other: '中文',
    tag: 'This is all that a viewer’s page needs:',
    tabs: 'Or in tabs of their own:',
    hostTab: 'Host',
    viewerTab: 'Viewer',
    host: 'Host',
    viewer: 'Viewer',
    wide: 'on a wide page',
    phone: 'on a phone',
    title: 'An evening with Mira',
    waiting: [
      'Hi everyone 👋',
      'Is this the right place for tonight?',
      'Yes! Saving everyone a seat',
      'Front row, as always',
      'What do you think she opens with?',
      'Something new, I hope',
      'Greetings from Lisbon',
      'First time here, hello from Osaka',
      'My sister is watching too',
      'I can wait. The company is good',
    ],
    live: [
      'There she is!!',
      '👏👏👏',
      'Looks so sharp',
      'Hello Mira!',
      'Best seat in the house',
      'Worth the wait',
      '❤️',
    ],
  },
  zh: {
    claim: '先聊天，大咖到场，所有页面一起切到视频。',
    how: '一位主播，两位观众，同一个浏览器：不需要服务器，也不需要账号。',
    emulated: '一位主播，两位观众，腾讯云正式 SDK，连接本机的模拟服务：不需要账号。',
    toLocal: '不用任何服务器',
    toEmulator: '使用腾讯云 SDK',
    start: '开始演出',
    starting: '三、二、一……',
    stepOff: '暂时下播',
    again: '再来一次',
    camera: '使用我的摄像头',
    dark: '深色',
    light: '浅色',
    other: 'English',
    tag: '观众页面只需要这两行：',
    tabs: '或在单独的标签页中打开：',
    hostTab: '主播',
    viewerTab: '观众',
    host: '主播',
    viewer: '观众',
    wide: '宽屏页面',
    phone: '手机页面',
    title: '米拉之夜',
    waiting: [
      '大家好 👋',
      '今晚是在这里吗？',
      '对，给大家占座',
      '照例第一排',
      '猜猜开场唱什么？',
      '希望是新歌',
      '来自里斯本的问候',
      '第一次来，大阪的朋友你好',
      '我妹妹也在看',
      '等一等没关系，有大家陪着',
    ],
    live: ['来了来了！！', '👏👏👏', '画面好清楚', '米拉你好！', '最好的座位', '没有白等', '❤️'],
  },
};
