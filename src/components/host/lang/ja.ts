// The console in Japanese.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number } = speechOf(locale);
  return {
    locale,
    openRoom: 'ルームを開く',
    openRoomHint: '入室してチャットできるようになります。あなたの映像はまだ映りません。',
    goLive: '配信を開始',
    goingLive: '配信を開始しています…',
    cancel: 'キャンセル',
    stepOff: '配信を中断',
    resume: '配信に戻る',
    resumeHint: '視聴者が待っています。配信に戻るか、いったん中断してください。',
    end: '終了',
    endQuestion: '配信を終了しますか？',
    endHint: 'ルームが閉じ、誰も再入室できなくなります。',
    endConfirm: '配信を終了',
    keepGoing: '続ける',
    preview: 'プレビュー',
    checkMedia: 'カメラとマイクを確認',
    hostEndedHint: 'ルームは閉じました。チャットは引き続き読めます。',
    camera: 'カメラ',
    microphone: 'マイク',
    cameraOn: 'カメラをオンにする',
    cameraOffAction: 'カメラをオフにする',
    microphoneOn: 'マイクをオンにする',
    microphoneOffAction: 'マイクをオフにする',
    chooseCamera: 'カメラを選択',
    chooseMicrophone: 'マイクを選択',
    seenBy: '視聴者の画面',
    seeChat: 'チャット',
    seeCountdown: 'カウントダウン',
    seeYou: 'あなたの映像',
    seeSound: 'カメラオフの表示',
    seeAway: '「まもなく戻ります」',
    offAir: 'オフエア',
    standBy: 'スタンバイ',
    countingDown: (seconds) => `${number(seconds)}秒後に配信開始`,
  };
};
