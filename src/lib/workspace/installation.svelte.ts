import { dev } from '$app/environment';

const WORKER = '/service-worker.js';
/** How often a window that stays open looks for a new version, in milliseconds. */
const UPDATE_INTERVAL = 60 * 60 * 1000;

/** Chromium's event, not in the standard library: the page decides when the browser asks. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/**
 * The app on this device: whether it starts without a network, has an icon on the desktop, and has
 * a new version waiting. One for each window, started by the root layout.
 */
export class Installation {
  #prompt = $state.raw<InstallPromptEvent | null>(null);
  #installed = $state(false);
  #offlineReady = $state(false);
  #unavailable = $state(false);
  #waiting = $state(false);
  #replaced = $state(false);
  #registration: ServiceWorkerRegistration | null = null;
  #controller: ServiceWorker | null = null;
  #asked = false;

  /** The browser offers to put the app on the desktop. */
  get installable(): boolean {
    return this.#prompt !== null;
  }

  /** The app runs in its own window, or was just put on the desktop. */
  get installed(): boolean {
    return this.#installed;
  }

  /** Everything the app needs to start without a network is on this device. */
  get offlineReady(): boolean {
    return this.#offlineReady;
  }

  /**
   * The app cannot start without a network here: plain http from another computer, a certificate
   * that the browser does not trust, or a browser that keeps nothing.
   */
  get unavailable(): boolean {
    return this.#unavailable;
  }

  /** A version other than the one in this window is ready on this device. */
  get updateReady(): boolean {
    return this.#waiting || this.#replaced;
  }

  /**
   * Another window has put the new version in place: parts of this window's own version that it
   * has not loaded yet are no longer on this device.
   */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** Begins to keep the app on this device and to look for new versions. Returns the end of that. */
  start(): () => void {
    const end = new AbortController();
    this.#listenForInstall(end.signal);
    if (dev) return () => end.abort();
    if ('serviceWorker' in navigator) void this.#keepOffline(end.signal);
    else this.#unavailable = true;
    return () => end.abort();
  }

  /** Lets the browser ask whether to put the app on the desktop. It offers that once. */
  async install(): Promise<void> {
    const prompt = this.#prompt;
    this.#prompt = null;
    await prompt?.prompt();
  }

  /** Puts the new version in place and loads this window again, as the person asked. */
  applyUpdate(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) return location.reload();
    this.#asked = true;
    waiting.postMessage({ type: 'skip-waiting' });
  }

  #listenForInstall(signal: AbortSignal): void {
    this.#installed = matchMedia('(display-mode: standalone)').matches;
    const offer = (event: Event) => {
      event.preventDefault();
      this.#prompt = event as InstallPromptEvent;
    };
    const done = () => {
      this.#prompt = null;
      this.#installed = true;
    };
    addEventListener('beforeinstallprompt', offer, { signal });
    addEventListener('appinstalled', done, { signal });
  }

  async #keepOffline(signal: AbortSignal): Promise<void> {
    const { serviceWorker } = navigator;
    this.#controller = serviceWorker.controller;
    serviceWorker.addEventListener('controllerchange', () => this.#onControllerChange(), {
      signal
    });
    try {
      this.#registration = await serviceWorker.register(WORKER);
    } catch {
      this.#unavailable = true;
      return;
    }
    this.#watch(this.#registration, signal);
    await serviceWorker.ready;
    this.#offlineReady = true;
  }

  #watch(registration: ServiceWorkerRegistration, signal: AbortSignal): void {
    // The first version of all passes through waiting too, with none active before it.
    const look = () =>
      (this.#waiting = registration.waiting !== null && registration.active !== null);
    const follow = () => registration.installing?.addEventListener('statechange', look, { signal });
    // A version found before this window listened tells nothing any more.
    look();
    follow();
    registration.addEventListener('updatefound', follow, { signal });

    // Without a network there is nothing to say: the next look may find one.
    const update = () => registration.update().catch(() => undefined);
    const timer = setInterval(update, UPDATE_INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer));
    const shown = () => document.visibilityState === 'visible' && update();
    document.addEventListener('visibilitychange', shown, { signal });
  }

  /** The first controller of a window is the version that it was loaded with. */
  #onControllerChange(): void {
    if (this.#asked) {
      this.#asked = false;
      location.reload();
    } else if (this.#controller !== null) {
      this.#replaced = true;
    }
    this.#controller = navigator.serviceWorker.controller;
  }
}
