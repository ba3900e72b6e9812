// What the SDK says by itself, and what the emulator accepts without doing anything about it.
import { randomUUID } from 'node:crypto';
import { accepted, inRoom, type CommandTable } from '../command.js';

export const backgroundCommands: CommandTable = {
  quality_report: accepted(),
  update_constraint_config: accepted(772),
  ability_status_report: accepted(4158),
  update_network_time: {
    reply: 5001,
    run: ({ service }) => {
      const now = String(service.context.clock.now());
      return { data: { serverSendTime: now, serverRecvTime: now } };
    },
  },
  channel_msg: inRoom(undefined, ({ room, peer }, { data }) => {
    room.relay(peer, data);
    return {};
  }),
};

/** Pushing to a CDN: the SDK is told that it works; nothing is pushed. */
export const cdnCommands: CommandTable = {
  start_publishing: accepted(1286),
  stop_publishing: accepted(1288),
  start_push_user_cdn: accepted(777),
  stop_push_user_cdn: accepted(779),
  start_mcu_mix: accepted(781),
  stop_mcu_mix: accepted(783),
  start_publish_cdn_stream: { reply: 8196, run: () => ({ data: { taskId: randomUUID() } }) },
  update_publish_cdn_stream: accepted(8198),
  stop_publish_cdn_stream: accepted(8200),
};
