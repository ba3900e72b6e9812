// Group attributes over the wire. Any member may write them.
import type { AttributeWrite } from '../attributes.js';
import type { CommandTable, Request } from '../command.js';
import { list, number, optionalText, text } from '../fields.js';
import { attributesDraft } from '../items.js';

export const attributeCommands: CommandTable = {
  'group_open_http_svc.set_group_attr': (request) => write(request, 'init'),
  'group_open_http_svc.modify_group_attr': (request) => write(request, 'set'),
  'group_open_http_svc.delete_group_attr': (request) => write(request, 'delete'),
  'group_open_http_svc.clear_group_attr': (request) => write(request, 'clear'),
  'group_open_attr_http_svc.get_group_attr': ({ body, service }) => {
    const { attributes } = service.groups.get(text(body, 'GroupId'));
    return { AttrMainSeq: attributes.seq, GroupAttrAry: attributes.all };
  },
};

function write({ body, session, service }: Request, kind: AttributeWrite): object {
  const { userId } = session;
  const group = service.groups.getAsMember(text(body, 'GroupId'), userId);
  const given = list(body, 'GroupAttr').map((entry) => ({
    key: text(entry, 'key'),
    value: optionalText(entry, 'value') ?? '',
  }));
  const written = group.attributes.write(kind, given, number(body, 'AttrMainSeq'), userId);
  service.delivery.deliver(group, attributesDraft(session, kind, group.attributes.seq, written));
  return { AttrMainSeq: group.attributes.seq, GroupAttrAry: written.map(({ key, seq }) => ({ key, seq })) };
}
