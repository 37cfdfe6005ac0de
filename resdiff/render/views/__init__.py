"""What every medium shares: how changes look, what they are called."""
