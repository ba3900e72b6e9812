// Group counters over the wire.
import type { CommandTable } from '../command.js';
import { list, number, text, texts } from '../fields.js';
import { counterDraft } from '../items.js';

export const counterCommands: CommandTable = {
  'group_open_http_svc.update_group_counter': ({ body, session, service }) => {
    const group = service.groups.getAsMember(text(body, 'GroupId'), session.userId);
    const given = list(body, 'GroupCounter').map((entry) => ({
      Key: text(entry, 'Key'),
      Value: number(entry, 'Value'),
    }));
    const GroupCounter = group.counters.update(text(body, 'Mode'), given);
    service.delivery.deliver(group, counterDraft(session.userId, group.counters.seq, GroupCounter));
    return { GroupCounter };
  },
  'group_open_http_svc.get_group_counter': ({ body, service }) => {
    const { counters } = service.groups.get(text(body, 'GroupId'));
    return { GroupCounterSeq: counters.seq, GroupCounter: counters.read(texts(body, 'GroupCounterKeys')) };
  },
};
