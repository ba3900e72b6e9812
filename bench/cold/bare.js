// The floor: the SDK alone logs in and joins, then a text field is enabled. No list, no design, no errors.
const query = Object.fromEntries(new URLSearchParams(location.search));
const field = document.createElement('textarea');
field.disabled = true;
document.body.append(field);

const asked = fetch(`${query.credentials}?${new URLSearchParams({ room: query.room, user: query.user })}`);
const { default: TencentCloudChat } = await import('@tencentcloud/chat');
const { sdkAppId, userId, userSig } = await (await asked).json();
const chat = TencentCloudChat.create({ SDKAppID: sdkAppId, proxyServer: query['im-proxy'] });
chat.setLogLevel(4);
const ready = new Promise((resolve) => chat.on(TencentCloudChat.EVENT.SDK_READY, resolve));
await chat.login({ userID: userId, userSig });
await ready;
await chat.joinGroup({ groupID: query.room, type: TencentCloudChat.TYPES.GRP_AVCHATROOM });
field.disabled = false;
requestAnimationFrame(() => (window.usableAt = performance.now()));
