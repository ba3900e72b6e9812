// Names and pictures of people.
import type { CommandTable } from '../command.js';
import { list, text } from '../fields.js';

const NICK = 'Tag_Profile_IM_Nick';
const AVATAR = 'Tag_Profile_IM_Image';

export const profileCommands: CommandTable = {
  'profile.portrait_get_all': ({ body, service }) => ({
    UserProfileItem: list(body, 'UserItem').map((item) => {
      const { userId, nick, avatar } = service.accounts.get(text(item, 'To_Account'));
      const ProfileItem = [
        { Tag: NICK, Value: nick },
        { Tag: AVATAR, Value: avatar },
      ];
      return { To_Account: userId, ResultCode: 0, ProfileItem };
    }),
    CurrentStandardSequence: 0,
  }),
  'profile.portrait_set': ({ body, session, service }) => {
    const account = service.accounts.get(session.userId);
    for (const item of list(body, 'ProfileItem')) {
      if (item['Tag'] === NICK) account.nick = text(item, 'Value');
      if (item['Tag'] === AVATAR) account.avatar = text(item, 'Value');
    }
    return {};
  },
};
