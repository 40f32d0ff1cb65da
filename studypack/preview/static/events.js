// Save events for all open tabs over one connection: a browser opens six per server, and an event stream keeps one.
//
// The tab that holds the lock listens and broadcasts the events to the others. When it is closed, the next tab gets the
// lock.

const channel = new BroadcastChannel("studypack-events");

// Calls `tell` with each revision of the file, and `lost` when the connection to the server fails.
export function listen(tell, lost) {
  const hear = (word) => (word === "" ? lost() : tell(word));
  channel.onmessage = (event) => hear(event.data);
  navigator.locks.request("studypack-events", () => new Promise(() => lead(hear)));
}

function lead(hear) {
  const pass = (word) => { hear(word); channel.postMessage(word); };
  const source = new EventSource("events");
  source.onmessage = (event) => pass(event.data);
  source.onerror = () => pass("");
}
