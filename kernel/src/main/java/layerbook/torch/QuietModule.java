package layerbook.torch;

import layerbook.python.Interpreter;
import layerbook.python.PyBuiltin;
import layerbook.python.PyModule;
import layerbook.python.Special;
import layerbook.python.Types;
import layerbook.python.Unread;

/** The parts of torch around networks, which change no size: some names are known to do nothing, all others may be passed around and touch nothing. */
final class QuietModule extends PyModule {
    QuietModule(String name) {
        super(name);
    }

    @Override protected Object make(String key) {
        String full = name() + "." + key;
        switch (full) {
            case "torch.jit.script", "torch.jit.ignore", "torch.jit.export", "torch.jit.unused", "torch.jit.script_method", "torch.jit.interface",
                "torch.jit.freeze", "torch.jit.optimize_for_inference", "torch.jit._overload_method", "torch.jit._overload", "torch.fx.wrap", "torch.jit.script_if_tracing",
                "torch.compiler.disable", "torch._dynamo.disable", "torch._jit_internal._overload", "torch._jit_internal._overload_method", "torch._jit_internal.export":
                return Identity.decorator(key);
            case "torch.jit.trace": return new PyBuiltin(key, a -> a.at(0));
            case "torch.jit.annotate": return new PyBuiltin(key, a -> a.at(1));
            case "torch.jit.Final": return Types.OBJECT;
            case "torch.jit.is_scripting", "torch.jit.is_tracing", "torch.cuda.is_available", "torch.distributed.is_available", "torch.distributed.is_initialized",
                "torch.backends.mps.is_available", "torch.mps.is_available", "torch.onnx.is_in_onnx_export", "torch.xpu.is_available", "torch.cuda.is_bf16_supported",
                "torch._C._get_tracing_state", "torch.compiler.is_compiling", "torch._dynamo.is_compiling", "torch.backends.mps.is_built", "torch.backends.cudnn.is_available":
                return Identity.constant(key, false);
            case "torch.ops.torchvision._cuda_version": return Identity.constant(key, -1L);
            case "torch.ops.torchvision": return new QuietModule(full);
            case "torch.hub._get_torch_home", "torch.hub.get_dir": return Identity.constant(key, "~/.cache/torch");
            case "torch._C._log_api_usage_once": return Identity.nothing(key);
            case "torch.cuda.device_count", "torch.cuda.current_device", "torch.distributed.get_rank": return Identity.constant(key, 0L);
            case "torch.distributed.get_world_size": return Identity.constant(key, 1L);
            case "torch.cuda.amp.autocast", "torch.amp.autocast", "torch.autograd.set_detect_anomaly", "torch.autograd.no_grad", "torch.cuda.device",
                "torch.cuda.stream", "torch.profiler.record_function", "torch.autograd.profiler.record_function", "torch.backends.cuda.sdp_kernel":
                return Context.type(key);
            case "torch.autograd.Variable": return new PyBuiltin(key, a -> a.at(0));
            case "torch.utils.checkpoint.checkpoint": return new PyBuiltin(key, a -> layerbook.python.Calls.call(a.at(0), withoutFlags(a)));
            case "torch.utils.checkpoint.checkpoint_sequential": return new PyBuiltin(key, a -> layerbook.python.Calls.call(sequence(a.at(0)), a.at(2)));
            case "torch.backends.cudnn", "torch.backends.mps", "torch.backends.cuda", "torch.cuda.amp", "torch.utils.data", "torch.optim.lr_scheduler", "torch.utils.checkpoint",
                "torch.autograd.profiler", "torch.utils.tensorboard", "torch.utils.model_zoo", "torch.nn.utils.rnn", "torch.ao.quantization", "torch.utils.data.distributed",
                "torch.autograd.functional", "torch.jit.annotations":
                return new QuietModule(full);
            case "torch.types.Device", "torch.types.Number", "torch.types._size": return Types.OBJECT;
            case "torch.version.cuda": return Special.NONE;
            default: return key.startsWith("__") ? null : new Unread(full, "it stands around the network and is passed over");
        }
    }

    /** Checkpointing's own arguments are none of the function's. */
    private static layerbook.python.Arguments withoutFlags(layerbook.python.Arguments a) {
        var names = new java.util.ArrayList<>(a.names());
        names.removeIf(n -> n.equals("use_reentrant") || n.equals("preserve_rng_state") || n.equals("context_fn") || n.equals("determinism_check") || n.equals("debug"));
        Object[] named = names.stream().map(a::named).toArray();
        return new layerbook.python.Arguments(a.withoutFirst().positional().toArray(), names.toArray(String[]::new), named);
    }

    private static Object sequence(Object functions) {
        return functions instanceof ModuleObject ? functions : Containers.SEQUENTIAL.call(layerbook.python.Arguments.of(layerbook.python.Iteration.list(functions).toArray()));
    }

    static PyModule find(String name, Interpreter python) {
        return new QuietModule(name);
    }
}
