// Word of every save, for all open tabs over one connection: a browser allows a server six, and news keeps one open.
//
// The tab that holds the lock listens, and passes on to the others what it hears; when it is closed, the next one
// gets the lock.

const channel = new BroadcastChannel("studypack-news");

// `tell` gets the edition of the file whenever there is one, `lost` is called where the server is gone.
export function listen(tell, lost) {
  const hear = (word) => (word === "" ? lost() : tell(word));
  channel.onmessage = (event) => hear(event.data);
  navigator.locks.request("studypack-news", () => new Promise(() => lead(hear)));
}

function lead(hear) {
  const pass = (word) => { hear(word); channel.postMessage(word); };
  const source = new EventSource("news");
  source.onmessage = (event) => pass(event.data);
  source.onerror = () => pass("");
}
