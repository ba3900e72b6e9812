// The console in Arabic.
import { speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number, plural } = speechOf<Intl.LDMLPluralRule>(locale);
  return {
    locale,
    openRoom: 'فتح الغرفة',
    openRoomHint: 'يمكن للناس الدخول والدردشة. لا أحد يراك بعد.',
    goLive: 'بدء البث',
    goingLive: 'جارٍ بدء البث…',
    cancel: 'إلغاء',
    stepOff: 'إيقاف البث مؤقتًا',
    resume: 'العودة إلى البث',
    resumeHint: 'ما زال جمهورك ينتظرك: عُد إلى البث أو أوقفه مؤقتًا.',
    end: 'إنهاء',
    endQuestion: 'هل تريد إنهاء البث للجميع؟',
    endHint: 'ستُغلق الغرفة ولن يتمكن أحد من العودة إليها.',
    endConfirm: 'إنهاء البث',
    keepGoing: 'متابعة البث',
    preview: 'معاينة',
    checkMedia: 'اختبار الكاميرا والميكروفون',
    hostEndedHint: 'أُغلقت الغرفة. تبقى المحادثة متاحة للقراءة.',
    camera: 'الكاميرا',
    microphone: 'الميكروفون',
    cameraOn: 'تشغيل الكاميرا',
    cameraOffAction: 'إيقاف الكاميرا',
    microphoneOn: 'تشغيل الميكروفون',
    microphoneOffAction: 'إيقاف الميكروفون',
    chooseCamera: 'اختيار الكاميرا',
    chooseMicrophone: 'اختيار الميكروفون',
    seenBy: 'يرى المشاهدون',
    seeChat: 'الدردشة',
    seeCountdown: 'العد التنازلي',
    seeYou: 'صورتك',
    seeSound: 'أن الكاميرا مغلقة',
    seeAway: '«سنعود بعد قليل»',
    offAir: 'خارج البث',
    standBy: 'استعداد',
    countingDown: (seconds) =>
      plural(seconds, {
        zero: 'يبدأ البث الآن',
        one: 'يبدأ البث خلال ثانية واحدة',
        two: 'يبدأ البث خلال ثانيتين',
        few: `يبدأ البث خلال ${number(seconds)} ثوانٍ`,
        many: `يبدأ البث خلال ${number(seconds)} ثانية`,
        other: `يبدأ البث خلال ${number(seconds)} ثانية`,
      }),
  };
};
