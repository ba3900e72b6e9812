// 日本語.
import { speechOf } from './speech.js';
import type { AllStrings, Speaker } from './strings.js';

export const speak: Speaker<AllStrings> = (locale) => {
  const { number } = speechOf(locale);
  const people = (names: readonly string[], others: number) => {
    const named = names.map((name) => `${name}さん`).join('、');
    return others > 0 ? `${named}ほか${number(others)}人` : named;
  };
  const outside = 'ルームに入っていません。先に入室してください。';
  const connectionFailed = '接続できませんでした。再接続しています。';
  const somethingWrong = '問題が発生しました。もう一度お試しください。';

  return {
    locale,
    conversation: 'チャット',
    writeMessage: 'メッセージを入力',
    send: '送信',
    chatClosed: 'チャットは終了しました',
    chatNotReady: 'ルームが開くとチャットできます',
    nobodySpoke: 'まだコメントがありません。最初のひと言をどうぞ。',
    notSent: '送信できませんでした。',
    retry: '再送信',
    delete: '削除',
    host: '配信者',
    newMessages: (count) => `新着${number(count)}件`,
    tooLong: (bytes, most) => `長すぎます（${number(bytes)} / ${number(most)}バイト）。短くすると送信できます。`,
    joined: (names, others) => `${people(names, others)}が入室しました`,
    left: (names, others) => `${people(names, others)}が退室しました`,

    stage: '配信画面',
    waiting: (count) => `${number(count)}人が待機中`,
    watching: (count) => `${number(count)}人が視聴中`,
    startsIn: '開始まで',
    anyMoment: 'まもなく開始',
    waitingForHost: (host) => (host ? `${host}さんを待っています` : '配信者を待っています'),
    notOpen: 'ルームはまだ開いていません',
    notOpenHint: 'このままお待ちください。開くと自動で入室します。',
    connecting: '入室しています…',
    openingStage: (host) =>
      host ? `${host}さんが来ました。映像を準備しています…` : '配信者が来ました。映像を準備しています…',
    arriving: (host) => (host ? `まもなく${host}さんの配信が始まります` : 'まもなく配信が始まります'),
    onAir: 'ライブ',
    away: 'まもなく戻ります',
    awayHint: 'チャットはそのまま続けられます。',
    soundOnly: (host) => (host ? `現在、${host}さんは音声のみです` : '現在は音声のみです'),
    tapForSound: 'タップして音声を再生',
    mute: 'ミュート',
    unmute: 'ミュートを解除',
    volume: '音量',
    ended: '配信は終了しました',
    endedHint: 'ご視聴ありがとうございました。チャットは引き続き読めます。',
    lasted: (time) => `配信時間 ${time}`,
    came: (count) => `${number(count)}人が参加しました`,
    stageFailed: '映像を表示できませんでした。チャットは続けられます。',
    tryAgain: 'もう一度試す',
    leftRoom: 'ルームから退室しました',
    enterAgain: 'もう一度入室',
    kicked: '別の場所で入室しました',
    useHere: 'ここで使う',
    showChat: 'チャットを表示',
    hideChat: 'チャットを隠す',

    status: { online: '接続済み', connecting: '接続しています…', offline: '未接続', kicked: '別の場所で接続中' },
    phase: { 'not-open': '開始前', waiting: '待機中', live: 'ライブ', ended: '終了' },
    details: '詳細',
    noticed: '視聴者への通知が少し遅れることがあります。',
    outside,
    connectionFailed,
    somethingWrong,

    pace: {
      pause: 'チャットを一時停止',
      paused: '一時停止中',
      resume: 'チャットを再開',
      summary: (count, name, text) => `新着メッセージ${number(count)}件、最新は${name}さん：${text}`,
    },
    error: {
      'invalid-room': 'ルームIDが正しくありません。ページの作成者がroom="…"を設定する必要があります。',
      'invalid-user': 'ユーザーIDが正しくありません。ページの作成者がuser="…"を修正する必要があります。',
      'invalid-stage': 'ステージIDが正しくありません。ページの作成者がstage="…"を修正する必要があります。',
      'invalid-starts-at': '開始時刻が正しくありません。ページの作成者がstarts-at="…"を修正する必要があります。',
      'invalid-sdk-app-id':
        'アプリケーションIDが正しくありません。ページの作成者がsdk-app-id="…"を修正する必要があります。',
      'invalid-proxy':
        'サービスのアドレスが正しくありません。ページの作成者がim-proxy="…"またはav-proxy="…"を修正する必要があります。',
      'invalid-enter-action':
        'ENTERの番号が正しくありません。ページの作成者がenter-action="…"を修正する必要があります。',
      'invalid-credentials':
        'ページから有効な認証情報が得られません。ページの作成者がcredentials="…"とその応答を確認する必要があります。',
      'unknown-provider':
        '存在しないサービスが指定されています。ページの作成者がprovider="…"を修正する必要があります。',
      network: connectionFailed,
      timeout: 'サービスから時間内に応答がありませんでした。もう一度お試しください。',
      'sign-in-required': '参加するにはログインしてください。',
      'credentials-unavailable': 'ログインできませんでした。しばらくしてからもう一度お試しください。',
      'credentials-rejected': 'ログイン情報が受け付けられませんでした。もう一度ログインしてください。',
      'app-id-rejected':
        'サービスに登録されていないアプリケーションです。ページの作成者がSDKAppIDを修正する必要があります。',
      'user-mismatch': 'このページではすでに別の人がログインしています。ページを再読み込みしてください。',
      'service-disabled':
        'このアプリケーションではサービスを利用できません。ページの作成者がコンソールで契約プランを確認する必要があります。',
      kicked: '同じアカウントが別の場所で入室しました。',
      'in-another-room': 'このページで別のルームに入室しました。同時に入れるのは1つだけです。',
      banned: 'このルームには入室できません。',
      busy: 'サービスが混み合っています。しばらくしてからもう一度お試しください。',
      'storage-unavailable':
        'ブラウザーでデータの保存がブロックされています。このページに許可して再読み込みしてください。',
      'unsupported-browser': 'このブラウザーではライブ映像を再生できません。新しいブラウザーをお使いください。',
      'room-not-found': 'ルームはまだ開いていません。',
      'room-taken': 'このルームは別の人が使用しています。別の名前を選んでください。',
      'not-owner': 'この操作は配信者だけが行えます。',
      'not-joined': outside,
      'wrong-phase': '今はこの操作を行えません。',
      cancelled: 'キャンセルしました。',
      'message-empty': '送信する内容がありません。先に入力してください。',
      'message-too-long': 'メッセージが長すぎます。短くしてください。',
      'message-refused': 'このメッセージは送信できません。内容を変えてもう一度お試しください。',
      muted: '発言が制限されているため、今は書き込めません。',
      'room-muted': '今は配信者だけが書き込めます。',
      'stage-unavailable': '映像を表示できませんでした。もう一度お試しください。',
      'stage-lost': '映像の接続が切れました。もう一度お試しください。',
      'media-missing': '配信する映像も音声もありません。安全な（https）ページでカメラかマイクをオンにしてください。',
      'camera-denied': 'ブラウザーでカメラが許可されていません。アドレスバーから許可して、もう一度お試しください。',
      'camera-missing': 'カメラが見つかりません。接続して、もう一度お試しください。',
      'camera-in-use': 'カメラは別のアプリで使用中です。そのアプリを閉じて、もう一度お試しください。',
      'microphone-denied': 'ブラウザーでマイクが許可されていません。アドレスバーから許可して、もう一度お試しください。',
      'microphone-missing': 'マイクが見つかりません。接続して、もう一度お試しください。',
      'microphone-in-use': 'マイクは別のアプリで使用中です。そのアプリを閉じて、もう一度お試しください。',
      internal: somethingWrong,
    },
  };
};
