// 한국어.
import { speechOf } from './speech.js';
import type { AllStrings, Speaker } from './strings.js';

export const speak: Speaker<AllStrings> = (locale) => {
  const { number } = speechOf(locale);
  const people = (names: readonly string[], others: number) => {
    const named = names.map((name) => `${name}님`).join(', ');
    return others > 0 ? `${named} 외 ${number(others)}명` : named;
  };
  const outside = '채팅방에 들어와 있지 않아요. 먼저 입장해 주세요.';
  const connectionFailed = '연결하지 못했어요. 다시 연결하고 있어요.';
  const somethingWrong = '문제가 생겼어요. 다시 시도해 주세요.';

  return {
    locale,
    conversation: '채팅',
    writeMessage: '메시지 입력',
    send: '보내기',
    chatClosed: '채팅이 종료되었어요',
    chatNotReady: '방이 열리면 채팅할 수 있어요',
    nobodySpoke: '아직 채팅이 없어요. 첫 메시지를 남겨 보세요.',
    notSent: '보내지 못했어요.',
    retry: '다시 보내기',
    delete: '삭제',
    host: '진행자',
    newMessages: (count) => `새 메시지 ${number(count)}개`,
    tooLong: (bytes, most) => `너무 길어요(${number(bytes)}/${number(most)}바이트). 줄이면 보낼 수 있어요.`,
    joined: (names, others) => `${people(names, others)}이 입장했어요`,
    left: (names, others) => `${people(names, others)}이 퇴장했어요`,

    stage: '방송 화면',
    waiting: (count) => `${number(count)}명 대기 중`,
    watching: (count) => `${number(count)}명 시청 중`,
    startsIn: '시작까지',
    anyMoment: '곧 시작해요',
    waitingForHost: (host) => (host ? `${host}님을 기다리고 있어요` : '진행자를 기다리고 있어요'),
    notOpen: '아직 방이 열리지 않았어요',
    notOpenHint: '이대로 기다리면 열릴 때 자동으로 입장해요.',
    connecting: '입장하는 중…',
    openingStage: (host) => (host ? `${host}님이 왔어요. 화면을 여는 중…` : '진행자가 왔어요. 화면을 여는 중…'),
    arriving: (host) => (host ? `곧 ${host}님의 방송이 시작돼요` : '곧 방송이 시작돼요'),
    onAir: '라이브',
    away: '곧 돌아올게요',
    awayHint: '그동안 채팅은 계속할 수 있어요.',
    soundOnly: (host) => (host ? `지금은 ${host}님의 소리만 들려요` : '지금은 소리만 들려요'),
    tapForSound: '눌러서 소리 켜기',
    mute: '음소거',
    unmute: '음소거 해제',
    volume: '음량',
    ended: '방송이 끝났어요',
    endedHint: '함께해 주셔서 감사해요. 채팅은 계속 볼 수 있어요.',
    lasted: (time) => `방송 시간 ${time}`,
    came: (count) => `${number(count)}명이 함께했어요`,
    stageFailed: '영상을 열지 못했어요. 채팅은 계속할 수 있어요.',
    tryAgain: '다시 시도',
    leftRoom: '방에서 나왔어요',
    enterAgain: '다시 입장',
    kicked: '다른 곳에서 입장했어요',
    useHere: '여기서 사용',
    showChat: '채팅 보기',
    hideChat: '채팅 숨기기',

    status: { online: '연결됨', connecting: '연결 중…', offline: '연결 안 됨', kicked: '다른 곳에서 연결됨' },
    phase: { 'not-open': '열리기 전', waiting: '대기 중', live: '라이브', ended: '종료' },
    details: '자세히',
    noticed: '시청자에게 조금 늦게 알려질 수 있어요.',
    outside,
    connectionFailed,
    somethingWrong,

    pace: {
      pause: '채팅 일시정지',
      paused: '일시정지됨',
      resume: '채팅 계속 보기',
      summary: (count, name, text) => `새 메시지 ${number(count)}개, 마지막은 ${name}님: ${text}`,
    },
    error: {
      'invalid-room': '방 ID가 올바르지 않아요. 페이지 제작자가 room="…" 값을 설정해야 해요.',
      'invalid-user': '사용자 ID가 올바르지 않아요. 페이지 제작자가 user="…" 값을 고쳐야 해요.',
      'invalid-stage': '스테이지 ID가 올바르지 않아요. 페이지 제작자가 stage="…" 값을 고쳐야 해요.',
      'invalid-starts-at': '시작 시간이 올바르지 않아요. 페이지 제작자가 starts-at="…" 값을 고쳐야 해요.',
      'invalid-sdk-app-id': '애플리케이션 ID가 올바르지 않아요. 페이지 제작자가 sdk-app-id="…" 값을 고쳐야 해요.',
      'invalid-proxy':
        '서비스 주소가 올바르지 않아요. 페이지 제작자가 im-proxy="…" 또는 av-proxy="…" 값을 고쳐야 해요.',
      'invalid-enter-action': 'ENTER 번호가 올바르지 않아요. 페이지 제작자가 enter-action="…" 값을 고쳐야 해요.',
      'invalid-credentials':
        '페이지에서 유효한 인증 정보를 받지 못했어요. 페이지 제작자가 credentials="…" 값과 그 응답을 확인해야 해요.',
      'unknown-provider': '존재하지 않는 서비스예요. 페이지 제작자가 provider="…" 값을 고쳐야 해요.',
      network: connectionFailed,
      timeout: '서비스가 제때 응답하지 않았어요. 다시 시도해 주세요.',
      'sign-in-required': '로그인하고 참여해 주세요.',
      'credentials-unavailable': '로그인하지 못했어요. 잠시 후 다시 시도해 주세요.',
      'credentials-rejected': '로그인 정보가 승인되지 않았어요. 다시 로그인해 주세요.',
      'app-id-rejected': '서비스에 등록되지 않은 애플리케이션이에요. 페이지 제작자가 SDKAppID를 고쳐야 해요.',
      'user-mismatch': '이 페이지에 이미 다른 사람이 로그인되어 있어요. 페이지를 새로고침해 주세요.',
      'service-disabled':
        '이 애플리케이션에서는 서비스를 이용할 수 없어요. 페이지 제작자가 콘솔에서 요금제를 확인해야 해요.',
      kicked: '같은 계정으로 다른 곳에서 입장했어요.',
      'in-another-room': '이 페이지에서 다른 방에 입장했어요. 한 번에 한 방에만 있을 수 있어요.',
      banned: '이 방에는 입장할 수 없어요.',
      busy: '이용자가 많아 서비스가 지연되고 있어요. 잠시 후 다시 시도해 주세요.',
      'storage-unavailable': '브라우저가 저장 공간을 차단하고 있어요. 이 페이지에 허용한 뒤 새로고침해 주세요.',
      'unsupported-browser': '이 브라우저에서는 라이브 영상을 볼 수 없어요. 최신 브라우저를 사용해 주세요.',
      'room-not-found': '아직 방이 열리지 않았어요.',
      'room-taken': '다른 사람이 쓰고 있는 방이에요. 다른 이름을 골라 주세요.',
      'not-owner': '진행자만 할 수 있어요.',
      'not-joined': outside,
      'wrong-phase': '지금은 할 수 없어요.',
      cancelled: '취소했어요.',
      'message-empty': '보낼 내용이 없어요. 먼저 입력해 주세요.',
      'message-too-long': '메시지가 너무 길어요. 줄여 주세요.',
      'message-refused': '보낼 수 없는 메시지예요. 내용을 바꿔 다시 시도해 주세요.',
      muted: '채팅이 제한되어 지금은 쓸 수 없어요.',
      'room-muted': '지금은 진행자만 쓸 수 있어요.',
      'stage-unavailable': '영상을 열지 못했어요. 다시 시도해 주세요.',
      'stage-lost': '영상 연결이 끊겼어요. 다시 시도해 주세요.',
      'media-missing': '내보낼 영상이나 소리가 없어요. 보안(https) 페이지에서 카메라나 마이크를 켜 주세요.',
      'camera-denied': '브라우저에서 카메라가 허용되지 않았어요. 주소창에서 허용한 뒤 다시 시도해 주세요.',
      'camera-missing': '카메라를 찾을 수 없어요. 연결한 뒤 다시 시도해 주세요.',
      'camera-in-use': '다른 프로그램이 카메라를 사용하고 있어요. 그 프로그램을 닫고 다시 시도해 주세요.',
      'microphone-denied': '브라우저에서 마이크가 허용되지 않았어요. 주소창에서 허용한 뒤 다시 시도해 주세요.',
      'microphone-missing': '마이크를 찾을 수 없어요. 연결한 뒤 다시 시도해 주세요.',
      'microphone-in-use': '다른 프로그램이 마이크를 사용하고 있어요. 그 프로그램을 닫고 다시 시도해 주세요.',
      internal: somethingWrong,
    },
  };
};
