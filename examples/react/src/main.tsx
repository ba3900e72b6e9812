import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Host } from './Host';
import { Show } from './Show';

const isHost = new URLSearchParams(location.search).has('host');
createRoot(document.getElementById('root')!).render(<StrictMode>{isHost ? <Host /> : <Show />}</StrictMode>);
