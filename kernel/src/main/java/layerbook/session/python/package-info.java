/**
 * Python at the prompt, in pastes and in cells: whether a text is Python, what is mended in it, how it is run, and how its names and those of
 * Java cross over. May import {@code session.errors} and what stands behind it.
 * <pre>{@code
 * PastedText.clean(">>> import torch\n>>> torch.pi\n3.14");      // import torch, torch.pi
 * }</pre>
 * Runs on the thread of the session.
 */
package layerbook.session.python;
