// Jupyter Notebook before version 7 does not tell a kernel which cell it runs. Newer front ends do, in the metadata of the request;
// with this, that one does too, so that a cell which is run again replaces what it added.
define(['services/kernels/kernel', 'notebook/js/codecell'], function (kernel, codecell) {
  function onload() {
    var Kernel = kernel.Kernel.prototype, CodeCell = codecell.CodeCell.prototype;
    if (Kernel.tellsLayerbookTheCell) { return; }
    Kernel.tellsLayerbookTheCell = true;
    var running = null, execute = CodeCell.execute, send = Kernel.send_shell_message;
    CodeCell.execute = function () {
      running = this.id || this.cell_id;
      try {
        return execute.apply(this, arguments);
      } finally {
        running = null;
      }
    };
    Kernel.send_shell_message = function (type, content, callbacks, metadata, buffers) {
      if (type === 'execute_request' && running !== null) {
        metadata = Object.assign({cellId: running}, metadata);
      }
      return send.call(this, type, content, callbacks, metadata, buffers);
    };
  }
  return {onload: onload};
});
