export { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
