// العربية. Names and code stand isolated in its sentences: they are often written from left to right.
import { speechOf } from './speech.js';
import type { AllStrings, Speaker } from './strings.js';

/** A name, in whichever direction it runs. */
const named = (name: string) => `\u2068${name}\u2069`;
/** What a page's author writes. */
const code = (text: string) => `\u2066${text}\u2069`;

export const speak: Speaker<AllStrings> = (locale) => {
  const { number, plural, list } = speechOf<Intl.LDMLPluralRule>(locale);
  const people = (names: readonly string[], others: number) => {
    const n = number(others);
    const more = plural(others, {
      zero: '',
      one: 'شخص آخر',
      two: 'شخصان آخران',
      few: `${n} أشخاص آخرين`,
      many: `${n} شخصًا آخر`,
      other: `${n} شخص آخر`,
    });
    return list([...names.map(named), ...(more ? [more] : [])]);
  };
  const bytes = (count: number) =>
    plural(count, {
      zero: `${number(count)} بايت`,
      one: 'بايت واحد',
      two: 'بايتين',
      few: `${number(count)} بايتات`,
      many: `${number(count)} بايتًا`,
      other: `${number(count)} بايت`,
    });
  const author = (what: string) => `على من أعدّ الصفحة تصحيح ${what}.`;
  const outside = 'لست في الغرفة. ادخل أولًا.';
  const connectionFailed = 'تعذّر الاتصال. نواصل المحاولة.';
  const somethingWrong = 'حدث خطأ ما. حاول مرة أخرى.';

  return {
    locale,
    conversation: 'المحادثة',
    writeMessage: 'اكتب رسالة',
    send: 'إرسال',
    chatClosed: 'الدردشة مغلقة',
    chatNotReady: 'تُفتح الدردشة مع فتح الغرفة',
    nobodySpoke: 'لم يكتب أحد شيئًا بعد. كن أول من يكتب.',
    notSent: 'لم تُرسَل.',
    retry: 'إعادة المحاولة',
    delete: 'حذف',
    host: 'المضيف',
    newMessages: (count) =>
      plural(count, {
        zero: 'لا رسائل جديدة',
        one: 'رسالة جديدة',
        two: 'رسالتان جديدتان',
        few: `${number(count)} رسائل جديدة`,
        many: `${number(count)} رسالة جديدة`,
        other: `${number(count)} رسالة جديدة`,
      }),
    tooLong: (length, most) => `أطول من اللازم: ${number(length)} من ${bytes(most)}. اختصر لتتمكن من الإرسال.`,
    joined: (names, others) => `انضم ${people(names, others)}`,
    left: (names, others) => `غادر ${people(names, others)}`,

    stage: 'المسرح',
    waiting: (count) =>
      plural(count, {
        zero: 'لا أحد في الانتظار',
        one: 'شخص واحد في الانتظار',
        two: 'شخصان في الانتظار',
        few: `${number(count)} أشخاص في الانتظار`,
        many: `${number(count)} شخصًا في الانتظار`,
        other: `${number(count)} شخص في الانتظار`,
      }),
    watching: (count) =>
      plural(count, {
        zero: 'لا مشاهدين',
        one: 'مشاهد واحد',
        two: 'مشاهدان',
        few: `${number(count)} مشاهدين`,
        many: `${number(count)} مشاهدًا`,
        other: `${number(count)} مشاهد`,
      }),
    startsIn: 'يبدأ خلال',
    anyMoment: 'في أي لحظة الآن',
    waitingForHost: (host) => (host ? `في انتظار ${named(host)}` : 'في انتظار المضيف'),
    notOpen: 'لم تُفتح الغرفة بعد',
    notOpenHint: 'ابقَ هنا: ستُفتح تلقائيًا.',
    connecting: 'جارٍ الدخول…',
    openingStage: (host) => (host ? `وصل ${named(host)}. جارٍ فتح البث…` : 'وصل المضيف. جارٍ فتح البث…'),
    arriving: (host) => (host ? `يبدأ بث ${named(host)} بعد لحظات` : 'يبدأ البث بعد لحظات'),
    onAir: 'مباشر',
    away: 'سنعود بعد قليل',
    awayHint: 'الدردشة مستمرة في هذه الأثناء.',
    soundOnly: (host) => (host ? `الصوت فقط من ${named(host)} الآن` : 'الصوت فقط الآن'),
    tapForSound: 'اضغط لتشغيل الصوت',
    mute: 'كتم الصوت',
    unmute: 'إلغاء كتم الصوت',
    volume: 'مستوى الصوت',
    ended: 'انتهى البث',
    endedHint: 'شكرًا لحضورك. تبقى المحادثة متاحة للقراءة.',
    lasted: (time) => `استمر ${time}`,
    came: (count) =>
      plural(count, {
        zero: 'لم يحضر أحد',
        one: 'حضر شخص واحد',
        two: 'حضر شخصان',
        few: `حضر ${number(count)} أشخاص`,
        many: `حضر ${number(count)} شخصًا`,
        other: `حضر ${number(count)} شخص`,
      }),
    stageFailed: 'تعذّر فتح الفيديو. الدردشة مستمرة.',
    tryAgain: 'حاول مرة أخرى',
    leftRoom: 'غادرتَ الغرفة',
    enterAgain: 'الدخول مجددًا',
    kicked: 'دخلتَ من مكان آخر',
    useHere: 'الاستخدام هنا',
    showChat: 'إظهار الدردشة',
    hideChat: 'إخفاء الدردشة',

    status: {
      online: 'متصل',
      connecting: 'جارٍ الاتصال…',
      offline: 'غير متصل',
      kicked: 'متصل من مكان آخر',
    },
    phase: { 'not-open': 'لم تُفتح بعد', waiting: 'في الانتظار', live: 'مباشر', ended: 'انتهى' },
    details: 'التفاصيل',
    noticed: 'قد يصل الخبر إلى الجمهور متأخرًا قليلًا.',
    outside,
    connectionFailed,
    somethingWrong,

    pace: {
      pause: 'إيقاف المحادثة مؤقتًا',
      paused: 'متوقفة مؤقتًا',
      resume: 'متابعة المحادثة',
      summary: (count, name, text) =>
        plural(count, {
          zero: `لا رسائل جديدة`,
          one: `رسالة جديدة واحدة، من ${named(name)}: ${text}`,
          two: `رسالتان جديدتان، الأخيرة من ${named(name)}: ${text}`,
          few: `${number(count)} رسائل جديدة، الأخيرة من ${named(name)}: ${text}`,
          many: `${number(count)} رسالة جديدة، الأخيرة من ${named(name)}: ${text}`,
          other: `${number(count)} رسالة جديدة، الأخيرة من ${named(name)}: ${text}`,
        }),
    },
    error: {
      'invalid-room': `ليس لهذه الغرفة معرّف صالح. ${author(code('room="…"'))}`,
      'invalid-user': `معرّف المستخدم غير صالح. ${author(code('user="…"'))}`,
      'invalid-stage': `معرّف المسرح غير صالح. ${author(code('stage="…"'))}`,
      'invalid-starts-at': `وقت البدء غير صالح. ${author(code('starts-at="…"'))}`,
      'invalid-sdk-app-id': `معرّف التطبيق غير صالح. ${author(code('sdk-app-id="…"'))}`,
      'invalid-proxy': `عنوان الخدمة غير صالح. ${author(`${code('im-proxy="…"')} أو ${code('av-proxy="…"')}`)}`,
      'invalid-enter-action': `رقم ${code('ENTER')} غير صالح. ${author(code('enter-action="…"'))}`,
      'invalid-credentials': `لا تقدّم الصفحة بيانات اعتماد صالحة. ${author(`${code('credentials="…"')} أو الخادم المشار إليه`)}`,
      'unknown-provider': `تطلب الصفحة خدمة غير موجودة. ${author(code('provider="…"'))}`,
      network: connectionFailed,
      timeout: 'لم تستجب الخدمة في الوقت المناسب. حاول مرة أخرى.',
      'sign-in-required': 'سجّل الدخول للانضمام.',
      'credentials-unavailable': 'تعذّر تسجيل الدخول. حاول مرة أخرى بعد قليل.',
      'credentials-rejected': 'لم تقبل الخدمة تسجيل الدخول. سجّل الدخول مجددًا.',
      'app-id-rejected': `لا تعرف الخدمة هذا التطبيق. ${author(code('SDKAppID'))}`,
      'user-mismatch': 'سجّل شخص آخر الدخول في هذه الصفحة. أعد تحميل الصفحة.',
      'service-disabled': 'الخدمة غير متاحة لهذا التطبيق. على من أعدّ الصفحة مراجعة الباقة في لوحة التحكم.',
      kicked: 'دخلتَ من مكان آخر بالاسم نفسه.',
      'in-another-room': 'دخلتَ غرفة أخرى في هذه الصفحة. لا يمكن التواجد إلا في غرفة واحدة في الوقت نفسه.',
      banned: 'لا يمكنك دخول هذه الغرفة.',
      busy: 'الخدمة مشغولة. حاول مرة أخرى بعد قليل.',
      'storage-unavailable': 'يحظر هذا المتصفح التخزين. اسمح به لهذه الصفحة ثم أعد تحميلها.',
      'unsupported-browser': 'لا يمكن لهذا المتصفح عرض الفيديو المباشر. استخدم متصفحًا حديثًا.',
      'room-not-found': 'لم تُفتح الغرفة بعد.',
      'room-taken': 'هذه الغرفة لشخص آخر. اختر اسمًا آخر.',
      'not-owner': 'هذا متاح للمضيف فقط.',
      'not-joined': outside,
      'wrong-phase': 'لا يمكن القيام بذلك الآن.',
      cancelled: 'أُلغي.',
      'message-empty': 'لا شيء لإرساله. اكتب شيئًا أولًا.',
      'message-too-long': 'الرسالة أطول من اللازم. اختصرها.',
      'message-refused': 'رفضت الخدمة هذه الرسالة. عدّلها وحاول مرة أخرى.',
      muted: 'مُنعتَ من الكتابة هنا حاليًا.',
      'room-muted': 'الكتابة متاحة للمضيف فقط الآن.',
      'stage-unavailable': 'تعذّر فتح الفيديو. حاول مرة أخرى.',
      'stage-lost': 'انقطع اتصال الفيديو. حاول مرة أخرى.',
      'media-missing': `لا شيء لعرضه. شغّل الكاميرا أو الميكروفون في صفحة آمنة (${code('https')}).`,
      'camera-denied': 'لا يسمح المتصفح باستخدام الكاميرا. اسمح بها من شريط العنوان وحاول مرة أخرى.',
      'camera-missing': 'لم نجد كاميرا. وصّل واحدة وحاول مرة أخرى.',
      'camera-in-use': 'يستخدم برنامج آخر الكاميرا. أغلقه وحاول مرة أخرى.',
      'microphone-denied': 'لا يسمح المتصفح باستخدام الميكروفون. اسمح به من شريط العنوان وحاول مرة أخرى.',
      'microphone-missing': 'لم نجد ميكروفونًا. وصّل واحدًا وحاول مرة أخرى.',
      'microphone-in-use': 'يستخدم برنامج آخر الميكروفون. أغلقه وحاول مرة أخرى.',
      internal: somethingWrong,
    },
  };
};
