import './tokens.css';
import './frame.css';
import './page.css';
import './scene.css';
import './talk.css';
