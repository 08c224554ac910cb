export { action, default, handle, loader } from './not-found.tsx';
