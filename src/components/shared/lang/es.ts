// Español.
import { regionOf, speechOf } from './speech.js';
import type { AllStrings, Speaker } from './strings.js';

export const speak: Speaker<AllStrings> = (locale) => {
  const { number, plural, list } = speechOf<'one' | 'many'>(locale);
  const people = (names: readonly string[], others: number) => {
    const n = number(others);
    const more = { one: '1 persona más', many: `${n} de personas más`, other: `${n} personas más` };
    return list(others > 0 ? [...names, plural(others, more)] : names);
  };
  const isOne = (names: readonly string[], others: number) => names.length + others === 1;
  // Spain and America each have words of their own.
  const [live, video] = regionOf(locale) === 'ES' ? ['en directo', 'vídeo'] : ['en vivo', 'video'];
  const outside = 'No estás en la sala. Entra primero.';
  const connectionFailed = 'Falló la conexión. Seguimos intentándolo.';
  const somethingWrong = 'Algo salió mal. Vuelve a intentarlo.';

  return {
    locale,
    conversation: 'Conversación',
    writeMessage: 'Di algo',
    send: 'Enviar',
    chatClosed: 'El chat está cerrado',
    chatNotReady: 'El chat se abre con la sala',
    nobodySpoke: 'Todavía nadie ha dicho nada. Empieza tú.',
    notSent: 'No se envió.',
    retry: 'Reintentar',
    delete: 'Eliminar',
    host: 'Anfitrión',
    newMessages: (count) =>
      plural(count, { one: '1 nuevo', many: `${number(count)} nuevos`, other: `${number(count)} nuevos` }),
    tooLong: (bytes, most) => `Demasiado largo: ${number(bytes)} de ${number(most)} bytes. Acórtalo para enviarlo.`,
    joined: (names, others) => `${people(names, others)} ${isOne(names, others) ? 'se unió' : 'se unieron'}`,
    left: (names, others) => `${people(names, others)} ${isOne(names, others) ? 'salió' : 'salieron'}`,

    stage: 'Escenario',
    waiting: (count) => `${number(count)} esperando`,
    watching: (count) => `${number(count)} viendo`,
    startsIn: 'Empieza en',
    anyMoment: 'En cualquier momento',
    waitingForHost: (host) => (host ? `Esperando a ${host}` : 'Esperando al anfitrión'),
    notOpen: 'La sala aún no está abierta',
    notOpenHint: 'Quédate aquí: se abre sola.',
    connecting: 'Entrando…',
    openingStage: (host) =>
      host ? `${host} ya está aquí. Abriendo el ${video}…` : `El anfitrión ya está aquí. Abriendo el ${video}…`,
    arriving: (host) => (host ? `${host} está a punto de salir ${live}` : `A punto de empezar ${live}`),
    onAir: `E${live.slice(1)}`,
    away: 'Volvemos enseguida',
    awayHint: 'Mientras tanto, el chat sigue.',
    soundOnly: (host) => (host ? `Ahora solo se oye a ${host}` : 'Ahora solo hay sonido'),
    tapForSound: 'Toca para oír',
    mute: 'Silenciar',
    unmute: 'Activar sonido',
    volume: 'Volumen',
    ended: 'Eso fue todo',
    endedHint: 'Gracias por venir. Puedes seguir leyendo la conversación.',
    lasted: (time) => `Duró ${time}`,
    came: (count) =>
      plural(count, {
        one: 'Vino 1 persona',
        many: `Vinieron ${number(count)} de personas`,
        other: `Vinieron ${number(count)} personas`,
      }),
    stageFailed: `No se pudo abrir el ${video}. El chat sigue.`,
    tryAgain: 'Volver a intentar',
    leftRoom: 'Saliste de la sala',
    enterAgain: 'Volver a entrar',
    kicked: 'Entraste desde otro lugar',
    useHere: 'Usar aquí',
    showChat: 'Mostrar chat',
    hideChat: 'Ocultar chat',

    status: {
      online: 'Conectado',
      connecting: 'Conectando…',
      offline: 'Sin conexión',
      kicked: 'Conectado desde otro lugar',
    },
    phase: { 'not-open': 'Aún sin abrir', waiting: 'En espera', live: `E${live.slice(1)}`, ended: 'Terminado' },
    details: 'Detalles',
    noticed: 'Puede que el público se entere un poco más tarde.',
    outside,
    connectionFailed,
    somethingWrong,

    pace: {
      pause: 'Pausar la conversación',
      paused: 'En pausa',
      resume: 'Continuar la conversación',
      summary: (count, name, text) =>
        plural(count, {
          one: `1 mensaje nuevo, de ${name}: ${text}`,
          many: `${number(count)} de mensajes nuevos, el último de ${name}: ${text}`,
          other: `${number(count)} mensajes nuevos, el último de ${name}: ${text}`,
        }),
    },
    error: {
      'invalid-room': 'Esta sala no tiene un ID válido. Quien creó la página debe poner room="…".',
      'invalid-user': 'El ID de usuario no es válido. Quien creó la página debe corregir user="…".',
      'invalid-stage': 'El ID del escenario no es válido. Quien creó la página debe corregir stage="…".',
      'invalid-starts-at': 'La hora de inicio no es válida. Quien creó la página debe corregir starts-at="…".',
      'invalid-sdk-app-id': 'El ID de la aplicación no es válido. Quien creó la página debe corregir sdk-app-id="…".',
      'invalid-proxy':
        'La dirección del servicio no es válida. Quien creó la página debe corregir im-proxy="…" o av-proxy="…".',
      'invalid-enter-action': 'El número de ENTER no es válido. Quien creó la página debe corregir enter-action="…".',
      'invalid-credentials':
        'La página no da credenciales válidas. Quien creó la página debe corregir credentials="…" o lo que responde ahí.',
      'unknown-provider': 'La página pide un servicio que no existe. Quien creó la página debe corregir provider="…".',
      network: connectionFailed,
      timeout: 'El servicio no respondió a tiempo. Vuelve a intentarlo.',
      'sign-in-required': 'Inicia sesión para participar.',
      'credentials-unavailable': 'No se pudo iniciar sesión. Vuelve a intentarlo en un momento.',
      'credentials-rejected': 'El servicio no aceptó el inicio de sesión. Inicia sesión otra vez.',
      'app-id-rejected': 'El servicio no conoce esta aplicación. Quien creó la página debe corregir el SDKAppID.',
      'user-mismatch': 'Otra persona ya inició sesión en esta página. Recarga la página.',
      'service-disabled':
        'El servicio no está disponible para esta aplicación. Quien creó la página debe revisar su plan en la consola.',
      kicked: 'Entraste desde otro lugar con el mismo nombre.',
      'in-another-room': 'Entraste en otra sala en esta página. Solo puedes estar en una a la vez.',
      banned: 'No puedes entrar en esta sala.',
      busy: 'El servicio está saturado. Vuelve a intentarlo en un momento.',
      'storage-unavailable': 'Este navegador bloquea el almacenamiento. Permítelo para esta página y recárgala.',
      'unsupported-browser': `Este navegador no puede mostrar ${video} ${live}. Usa uno actual.`,
      'room-not-found': 'La sala aún no está abierta.',
      'room-taken': 'Esta sala es de otra persona. Elige otro nombre.',
      'not-owner': 'Solo el anfitrión puede hacer esto.',
      'not-joined': outside,
      'wrong-phase': 'Esto no se puede hacer ahora.',
      cancelled: 'Cancelado.',
      'message-empty': 'No hay nada que enviar. Escribe algo primero.',
      'message-too-long': 'El mensaje es demasiado largo. Acórtalo.',
      'message-refused': 'El servicio rechazó este mensaje. Cámbialo y vuelve a intentarlo.',
      muted: 'Te han silenciado aquí y ahora no puedes escribir.',
      'room-muted': 'Ahora solo puede escribir el anfitrión.',
      'stage-unavailable': `No se pudo abrir el ${video}. Vuelve a intentarlo.`,
      'stage-lost': `Se cortó la conexión del ${video}. Vuelve a intentarlo.`,
      'media-missing': 'No hay nada que mostrar. Activa la cámara o el micrófono, en una página segura (https).',
      'camera-denied':
        'El navegador no permite usar la cámara. Permítelo en la barra de direcciones y vuelve a intentarlo.',
      'camera-missing': 'No se encontró ninguna cámara. Conecta una y vuelve a intentarlo.',
      'camera-in-use': 'Otro programa está usando la cámara. Ciérralo y vuelve a intentarlo.',
      'microphone-denied':
        'El navegador no permite usar el micrófono. Permítelo en la barra de direcciones y vuelve a intentarlo.',
      'microphone-missing': 'No se encontró ningún micrófono. Conecta uno y vuelve a intentarlo.',
      'microphone-in-use': 'Otro programa está usando el micrófono. Ciérralo y vuelve a intentarlo.',
      internal: somethingWrong,
    },
  };
};
