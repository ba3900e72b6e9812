import { createApp } from 'vue';
import Host from './HostPage.vue';
import Show from './ShowPage.vue';

createApp(new URLSearchParams(location.search).has('host') ? Host : Show).mount('#root');
