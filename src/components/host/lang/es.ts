// The console in Spanish.
import { regionOf, speechOf } from '../../shared/lang/speech.js';
import type { HostStrings, Speaker } from '../../shared/lang/strings.js';

export const speak: Speaker<HostStrings> = (locale) => {
  const { number, plural } = speechOf<'one' | 'many'>(locale);
  return {
    locale,
    openRoom: 'Abrir la sala',
    openRoomHint: 'La gente ya puede entrar y chatear. Todavía nadie te ve.',
    goLive: 'Empezar a transmitir',
    goingLive: 'Empezando…',
    cancel: 'Cancelar',
    stepOff: 'Dejar el escenario',
    resume: 'Volver al escenario',
    resumeHint: 'Tu público te sigue esperando: vuelve al escenario o déjalo por ahora.',
    end: 'Terminar',
    endQuestion: '¿Terminar la transmisión para todos?',
    endHint: 'La sala se cierra y nadie podrá volver a entrar.',
    endConfirm: 'Terminar la transmisión',
    keepGoing: 'Continuar',
    preview: 'Vista previa',
    checkMedia: 'Probar cámara y micrófono',
    hostEndedHint: 'La sala está cerrada. Puedes seguir leyendo la conversación.',
    camera: 'Cámara',
    microphone: 'Micrófono',
    cameraOn: 'Encender la cámara',
    cameraOffAction: 'Apagar la cámara',
    microphoneOn: 'Encender el micrófono',
    microphoneOffAction: 'Apagar el micrófono',
    chooseCamera: 'Elegir cámara',
    chooseMicrophone: 'Elegir micrófono',
    seenBy: 'El público ve',
    seeChat: 'el chat',
    seeCountdown: regionOf(locale) === 'ES' ? 'la cuenta atrás' : 'la cuenta regresiva',
    seeYou: 'tu imagen',
    seeSound: 'que tu cámara está apagada',
    seeAway: '«volvemos enseguida»',
    offAir: 'Fuera del aire',
    standBy: 'En espera',
    countingDown: (seconds) =>
      plural(seconds, {
        one: 'Al aire en 1 segundo',
        many: `Al aire en ${number(seconds)} de segundos`,
        other: `Al aire en ${number(seconds)} segundos`,
      }),
  };
};
