import Artalk from 'artalk/ArtalkLite';
import 'artalk/ArtalkLite.css';

Artalk.init({ el: '#root', pageKey: '/', server: '/', site: 'Site' });
